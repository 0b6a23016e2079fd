import { shellWord } from '../../shell/shell-word';
import { resolveAlias, type SequenceNode } from '../../yaml/node';

/** Programs that begin a command; a list that begins with one of them consists of the words of one command. */
const PROGRAM =
  /^(?:\S*\/)?(?:(?:ba|z|da)?sh|python[0-9.]*|pip3?|uvx?|node|npm|npx|java|torchrun|accelerate|deepspeed|vllm|jupyter|streamlit|uvicorn|gunicorn|make|docker|nginx|ollama|text-generation-launcher)$/;

/** The command whose words are a list, as Docker and Kubernetes write it; undefined for a list of commands. */
export function commandOf({ items }: SequenceNode): string | undefined {
  const words = items.map((item) => {
    const node = resolveAlias(item);
    return node.kind === 'scalar' ? node.text : undefined;
  });
  const [first, ...others] = words.filter((word) => word !== undefined);
  if (first === undefined || others.length === 0 || others.length + 1 < items.length)
    return undefined;
  if (/^(?:\S*\/)?(?:ba|z|da)?sh$/.test(first) && /^-\w*c$/.test(others[0] ?? ''))
    return others.length === 2 ? others[1] : undefined;
  const isOne = PROGRAM.test(first) || [first, ...others].some((word) => word.startsWith('-'));
  return isOne && !/\s/.test(first) ? [first, ...others].map(asWord).join(' ') : undefined;
}

/** A word of the list, which may use variables of the shell. */
function asWord(word: string): string {
  return shellWord(word, /^[\w@%+=:,./$-]+$/);
}
