import { pathToFileURL } from 'node:url';
import { repositoryPath } from '../repository';

/** What is used of Playwright's page; it is in the cache of the tools, not a dependency with types. */
export interface Page {
  goto(address: string): Promise<unknown>;
  url(): string;
  evaluate<T>(code: string): Promise<T>;
  locator(selector: string): Locator;
  getByRole(role: string, options?: { name?: string | RegExp; exact?: boolean }): Locator;
  getByLabel(label: string | RegExp): Locator;
  on(event: 'request', listener: (request: { url(): string }) => void): void;
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'console', listener: (message: { text(): string; type(): string }) => void): void;
  workers(): readonly { evaluate<T>(code: string): Promise<T> }[];
  waitForTimeout(milliseconds: number): Promise<void>;
  readonly keyboard: {
    press(key: string): Promise<void>;
    type(text: string): Promise<void>;
    insertText(text: string): Promise<void>;
  };
  close(): Promise<void>;
}

/** What is used of Playwright's locators, which wait for what they are about. */
export interface Locator {
  click(): Promise<void>;
  hover(): Promise<void>;
  focus(): Promise<void>;
  selectOption(value: string | { label: string }): Promise<unknown>;
  waitFor(options?: { state?: 'visible' | 'hidden'; timeout?: number }): Promise<void>;
  textContent(): Promise<string | null>;
  innerText(): Promise<string>;
  allTextContents(): Promise<string[]>;
  count(): Promise<number>;
  evaluate<T>(code: string): Promise<T>;
  first(): Locator;
}

export interface Browser {
  newPage(options?: object): Promise<Page>;
  close(): Promise<void>;
}

/** Why tests that need a browser are skipped; false if there is one. */
export const NO_BROWSER =
  process.env['DSTACK_BROWSER'] === undefined && 'needs Chromium, see tools/browser.mjs';

/** Starts a headless Chromium. */
export async function launchBrowser(): Promise<Browser> {
  const tool: { launchBrowser(): Promise<Browser> } = await import(
    pathToFileURL(repositoryPath('tools/browser.mjs')).href
  );
  return tool.launchBrowser();
}
