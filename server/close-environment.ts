/**
 * Families of variables that langchain, openai and langsmith read by themselves: an organisation or headers sent to
 * any host, another host for the key, and tracing, which sends every prompt to a third party.
 */
const families = ['OPENAI_', 'AZURE_OPENAI_', 'LANGSMITH_', 'LANGCHAIN_', 'LANGGRAPH_'];

/** `OTEL_ENABLED` alone switches langsmith's exporter on. Not all of `LC_`: `LC_ALL` and its like are the locale. */
const names = ['LC_OUTPUT_VERSION', 'OTEL_ENABLED'];

/**
 * Deletes from `env` every variable that langchain and the libraries under it would read behind our back.
 * Call it once, after `readConfig` and before langchain is imported.
 */
export function closeEnvironment(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env)) {
    const upper = name.toUpperCase(); // Windows reads variables without regard to case
    if (names.includes(upper) || families.some((family) => upper.startsWith(family))) {
      delete env[name];
    }
  }
}
