export function buildServer(
  root: string,
  run: (doing: string, command: string, args: string[]) => void,
): void;
