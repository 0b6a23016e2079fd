import type { Choice, Completer } from './completer';

/** Default ports of programs. */
const PORTS: readonly (readonly [port: string, note: string])[] = [
  ['8000', 'vLLM, FastAPI, Django'],
  ['8080', 'web servers'],
  ['6006', 'TensorBoard'],
  ['7860', 'Gradio'],
  ['8501', 'Streamlit'],
  ['8888', 'Jupyter'],
  ['8265', 'Ray dashboard'],
  ['30000', 'SGLang'],
  ['11434', 'Ollama'],
  ['3000', 'Open WebUI, Node.js'],
];

/** The port of a service. */
export const completePort: Completer = () => PORTS.map(([text, note]) => ({ text, note }));

/** A port of the container; after `:` a port for the user's machine. */
export const completePortMapping: Completer = (prefix) => {
  const [head, local] = /^([0-9]+|\*):/.exec(prefix) ?? [];
  if (head === undefined) {
    const digits = /^[0-9]+$/.test(prefix) ? [{ text: `${prefix}:${prefix}` }] : [];
    const free: Choice = { text: '*:8000', note: 'any free port on your machine' };
    return [...PORTS.map(([text, note]) => ({ text, note })), ...digits, free];
  }
  const same = local === '*' || local === undefined ? [] : [{ text: head + local }];
  return [...same, ...PORTS.map(([port, note]) => ({ text: head + port, note }))];
};
