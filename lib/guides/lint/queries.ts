import "server-only";

export function assertContent(): void {}
