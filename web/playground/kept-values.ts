/** What GraphiQL and its tabs keep between visits: the part of the browser's Storage that they use. */
export interface KeptValues {
  readonly length: number;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  clear(): void;
}
