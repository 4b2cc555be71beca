import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { describeModels } from './describe-models.ts';

describe('describeModels', () => {
  it('says that nothing leaves the machine', () => {
    expect(describeModels(readConfig({}))).toBe(
      'Offline models: no key, nothing leaves this machine.',
    );
  });

  it('names an endpoint setting that is not used, and what to set, never its value', () => {
    const one = describeModels(readConfig({ OPENAI_API_KEY: 'sk-secret' }));
    expect(one).toMatch(
      /nothing leaves this machine\.\nNote: OPENAI_API_KEY is set but not used; /,
    );
    expect(one).toMatch(/OPENAI_BASE_URL.+ and CHAT_MODEL\.$/);
    expect(one).not.toContain('secret');
    const two = describeModels(readConfig({ OPENAI_API_KEY: 'x', CHAT_MODEL: 'gpt-9' }));
    expect(two).toContain('OPENAI_API_KEY and CHAT_MODEL are set but not used; to use them,');
    expect(two).not.toContain('gpt-9');
  });

  it('names the endpoint that questions are sent to', () => {
    const env = { OPENAI_BASE_URL: 'http://models.example:8/v1', CHAT_MODEL: 'm' };
    expect(describeModels(readConfig(env))).toMatch(/^Endpoint models\.example:8, model m: /);
  });
});
