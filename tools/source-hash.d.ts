// For the tests, which are TypeScript; the scripts run before anything is installed and are not.
export const WEB_SOURCES: readonly string[];
export function hashOf(sources: readonly string[]): string;
export function isUpToDate(name: string, sources: readonly string[]): boolean;
