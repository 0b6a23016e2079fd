import { choices, type Completer, type NoteOf } from './completer';

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

const ALL = PORTS.map(([port]) => port);

/** The port of a service. */
export const completePort: Completer = () => choices(ALL);

/** A port of the container; after `:` a port for the user's machine. */
export const completePortMapping: Completer = (prefix) => {
  const [head, local] = /^([0-9]+|\*):/.exec(prefix) ?? [];
  if (head === undefined)
    return choices([...ALL, ...(/^[0-9]+$/.test(prefix) ? [`${prefix}:${prefix}`] : []), '*:8000']);
  return choices([...(local === '*' || local === undefined ? [] : [local]), ...ALL], head);
};

/** The program with this default port; for any free port of the user's machine that it is free. */
export const noteOfPort: NoteOf = (text) =>
  text.startsWith('*:') ? 'any local port' : PORTS.find(([port]) => port === text)?.[1];
