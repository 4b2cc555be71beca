import type { Upkeep } from '../../classroom/upkeep/upkeep.ts';
import { settingsRequest } from '../../contract/settings.ts';
import { jsonBody } from '../json-body.ts';
import { parseBody } from '../parse-body.ts';
import type { Route } from '../route.ts';

/** `/api/trainer/settings`: how long students' work is kept. */
export function settingRoutes(upkeep: Pick<Upkeep, 'settings' | 'keepFor'>): readonly Route[] {
  const show: Route['handlers'][number] = async (_request, response) => {
    response.json(await upkeep.settings());
  };
  const change: Route['handlers'][number] = async (request, response) => {
    const { retentionDays } = parseBody(settingsRequest, request.body);
    response.json(await upkeep.keepFor(retentionDays));
  };
  const path = '/api/trainer/settings';
  return [
    { method: 'get', path, roles: ['trainer'], handlers: [show] },
    { method: 'put', path, roles: ['trainer'], handlers: [...jsonBody(), change] },
  ];
}
