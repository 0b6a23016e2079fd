/** What a name has in it whose value is nobody's business, and what follows that; what stands before does not matter. */
const SECRET_NAME = String.raw`(?:token|secret|passw(?:or)?d|credential|api[_-]?key|access[_-]?key|auth)[\w.-]{0,60}`;

/** What may follow such a name: a value in quotes, or up to the next space or comma. */
const VALUE = String.raw`(?:"(?:[^"\\]|\\.){0,2000}"|'[^']{0,2000}'|[^\s,'"]{1,2000})`;

const NAMED = new RegExp(String.raw`(${SECRET_NAME}["']?\s{0,3}[:=]\s{0,3})${VALUE}`, 'gi');
/** Any variable in capital letters that is given a value. */
const VARIABLE = new RegExp(String.raw`\b([A-Z][A-Z0-9_]{2,60}=)${VALUE}`, 'g');
/** Tokens that tell themselves by their beginning: Hugging Face, GitHub, GitLab, OpenAI, AWS, Slack, W&B. */
const TOKEN =
  /\b(?:hf_|gh[pousr]_|github_pat_|glpat-|sk-|AKIA|ASIA|xox[abprs]-|local-)[\w-]{10,200}/g;
const URL_LOGIN = /(\w{1,20}:\/\/)[^\s/@]{1,200}@/g;

const REMOVED = '***';

/** A text for others to read: without values of variables, passwords and tokens, and with `~` for the home folder. */
export function redact(text: string, home: string | undefined): string {
  const anonymous = home ? text.replaceAll(home, '~') : text;
  return anonymous
    .replace(URL_LOGIN, `$1${REMOVED}@`)
    .replace(NAMED, `$1${REMOVED}`)
    .replace(VARIABLE, `$1${REMOVED}`)
    .replace(TOKEN, REMOVED);
}
