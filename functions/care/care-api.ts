import { apiWith, routesOf } from '../platform/api.ts';
import type { Kit } from '../platform/kit.ts';
import { askingRoutes } from './asking.routes.ts';
import { careRoutes } from './care.routes.ts';
import { counsellorDeskRoutes } from './counsellor-desk.routes.ts';
import { counsellorHoursRoutes } from './counsellor-hours.routes.ts';
import { discussionRoutes } from './discussion.routes.ts';
import { escalationRoutes } from './escalation.routes.ts';
import { figuresRoutes } from './figures.routes.ts';
import { followUpRoutes } from './follow-up.routes.ts';
import { handoverRoutes } from './handover.routes.ts';
import type { Care } from './index.ts';
import { openingRoutes } from './opening.routes.ts';
import { progressRoutes } from './progress.routes.ts';
import { behindTheDoor } from './pseudonym.ts';
import { referralRoutes } from './referral.routes.ts';
import { reportRoutes } from './report.routes.ts';
import { rotaRoutes } from './rota.routes.ts';
import { safetyPlanRoutes } from './safety-plan.routes.ts';
import { sessionRoutes } from './session.routes.ts';
import { supervisionRoutes } from './supervision.routes.ts';

/**
 * The API of care, an application of its own below `/api/care`. Of the kit it takes the sessions, the time and the log; receipts are
 * care's own, and whoever comes in is known by a pseudonym from the door on.
 *
 * @throws Error when a route has no permission rule
 */
export function createCareApi(kit: Omit<Kit, 'receipts'>, care: Care) {
  const authenticate = behindTheDoor(kit.authenticate, care.sealer);
  const api = apiWith({ ...kit, authenticate, receipts: care.receipts })
    .route('/care', askingRoutes(care))
    .route('/care', careRoutes(care))
    .route('/care', escalationRoutes(care))
    .route('/care', followUpRoutes(care))
    .route('/care', safetyPlanRoutes(care))
    .route('/care', reportRoutes(care))
    .route('/care', sessionRoutes(care))
    .route('/care', progressRoutes(care))
    .route('/care', figuresRoutes(care))
    .route('/care', referralRoutes(care))
    .route('/care', rotaRoutes(care))
    .route('/care', openingRoutes(care))
    .route('/care', counsellorDeskRoutes(care))
    .route('/care', counsellorHoursRoutes(care))
    .route('/care', supervisionRoutes(care))
    .route('/care', discussionRoutes(care))
    .route('/care', handoverRoutes(care));
  routesOf(api);
  return api;
}

export type CareApi = ReturnType<typeof createCareApi>;
