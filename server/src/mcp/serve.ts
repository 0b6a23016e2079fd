import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListResourcesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
  type CallToolResult,
} from '@modelcontextprotocol/sdk/types.js';
import { TOOLS } from '../agents/tools';
import type { Package } from '../disk/package';
import { HOST } from './host';
import { resource, resources } from './resources';

const INSTRUCTIONS =
  'Check a dstack configuration with check_configuration after each change and before `dstack apply`. Look up properties with describe_property instead of guessing.';

/** The MCP server on standard input and output. Resolves when it listens; it ends with its input. */
export async function serve(pack: Package): Promise<void> {
  const server = new Server(
    { name: 'dstack-check', version: pack.version },
    { capabilities: { tools: {}, resources: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: TOOLS.map(({ answer: _, title, ...tool }) => ({
      ...tool,
      title,
      inputSchema: { ...tool.inputSchema, required: [...(tool.inputSchema.required ?? [])] },
      annotations: { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, ({ params: { name, arguments: input } }) =>
    call(name, input),
  );
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: resources() }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params: { uri } }) => {
    try {
      return { contents: [resource(uri, pack)] };
    } catch (error) {
      throw new McpError(ErrorCode.InvalidParams, reasonOf(error));
    }
  });
  process.stdin.on('end', () => process.exit(0));
  // Each answer that waits for the client listens for itself, and all calls of a client may wait.
  process.stdout.setMaxListeners(0);
  await server.connect(new StdioServerTransport());
}

/** Mistakes are results, so the model reads them and can correct its input. */
function call(name: string, input: unknown): CallToolResult {
  const tool = TOOLS.find((one) => one.name === name);
  if (!tool) throw new McpError(ErrorCode.InvalidParams, `There is no tool ${name}.`);
  try {
    const result = tool.answer(input, HOST);
    return {
      content: [{ type: 'text', text: JSON.stringify(result, null, 2) }],
      structuredContent: { ...result },
    };
  } catch (error) {
    return { isError: true, content: [{ type: 'text', text: reasonOf(error) }] };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
