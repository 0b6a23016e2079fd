/**
 * The language service: text in, plain data out. It uses no connection, no editor, no disk and no clock. One exported
 * function per request; everything else is part of `Analysis`.
 */
export { Analysis, type TextSource } from './analysis';
export { PROBLEM_TITLES, type ProblemCode } from './problem/codes';
export type { Problem, Severity } from './problem/problem';
export {
  NEWEST,
  releaseInUse,
  type Pin,
  type ReleaseInUse,
  type ReleaseSource,
} from './release/in-use';
export { pinFilesAmong, pinIn, WORKFLOWS } from './release/pins';
export { isUnknownRelease, OLDEST_RELEASE, releaseIn } from './release/version';
export { DSTACK_VERSION } from './schema/dstack-version';
export {
  environmentOf,
  type ClientAbilities,
  type ClientCommands,
  type Environment,
  type EnvironmentParts,
  type FeatureSettings,
  type FormatSettings,
  type InlayHintSettings,
} from './environment';
export { translateFor } from './l10n/languages';
export { english, t, verbatim, type Text, type Translate } from './l10n/text';
export { asRead } from './features/as-read';
export type { LiveFacts } from './live/facts';
export { readFacts } from './live/read-facts';
export type { PlanInput } from './live/plan-input';
export { planInput } from './features/plan-input';
export { MAX_FILE_BYTES, MAX_TEXT_LENGTH } from './yaml/parse';
export { unescaped } from './base/uri';
export { decode, type NotUtf8 } from './yaml/encoding';
export { visible, visibleLine } from './base/visible';
export { WorkspaceIndex } from './workspace';
export type { Entry, Profiles, Workspace } from './workspace/workspace';
export { codeActions, type CodeActionsAt } from './features/code-actions';
export { codeLenses } from './features/code-lens';
export { completion, openCompletion } from './features/completion';
export type { OpenList } from './features/completion/item';
export { definition } from './features/definition';
export { diagnostics, otherDiagnostics, ownDiagnostics } from './features/diagnostics';
export { fileRenames } from './features/file-renames';
export { fixAll, type FixedAll, type LeftProblem } from './fixes/fix-all';
export { documentHighlights } from './features/document-highlights';
export { documentLinks } from './features/document-links';
export { documentSymbols } from './features/document-symbols';
export { foldingRanges } from './features/folding';
export { formatDocument, formatOnType, formatRange } from './features/format';
export { hover } from './features/hover';
export { releaseAnswer, type ReleaseAnswer } from './features/release';
export { UpgradeReport, type UpgradeAnswer } from './features/upgrade/report';
export { starters } from './features/starters';
export { inlayHints } from './features/inlay-hints';
export { linkedEditing } from './features/linked-editing';
export { references } from './features/references';
export { prepareRename, rename } from './features/rename';
export { selectionRanges } from './features/selection-ranges';
export { semanticTokens } from './features/semantic-tokens';
export { tokenEdits } from './features/semantic-tokens/delta';
export { SEMANTIC_TOKENS_LEGEND } from './features/semantic-tokens/legend';
export { signatureHelp } from './features/signature-help';
export { whileTyping, type Shown } from './unfinished';
export { localUri } from './workspace/local-paths';
export { relatedFiles, workspaceProblems } from './workspace/problems';
export { workspaceSymbols } from './features/workspace-symbols';
