import { apiWith, routesOf } from '../platform/api.ts';
import type { Kit } from '../platform/kit.ts';
import { askingRoutes } from './asking/asking.routes.ts';
import { careRoutes } from './care.routes.ts';
import { handoverRoutes } from './cases/handover.routes.ts';
import { progressRoutes } from './cases/progress.routes.ts';
import { referralRoutes } from './cases/referral.routes.ts';
import { reportRoutes } from './cases/report.routes.ts';
import { safetyPlanRoutes } from './cases/safety-plan.routes.ts';
import { sessionRoutes } from './cases/session.routes.ts';
import { counsellorDeskRoutes } from './counsellors/counsellor-desk.routes.ts';
import { counsellorHoursRoutes } from './counsellors/counsellor-hours.routes.ts';
import { figuresRoutes } from './figures/figures.routes.ts';
import type { Care } from './index.ts';
import { escalationRoutes } from './on-call/escalation.routes.ts';
import { followUpRoutes } from './on-call/follow-up.routes.ts';
import { rotaRoutes } from './on-call/rota.routes.ts';
import { openingRoutes } from './openings/opening.routes.ts';
import { behindTheDoor } from './pseudonym.ts';
import { discussionRoutes } from './supervision/discussion.routes.ts';
import { supervisionRoutes } from './supervision/supervision.routes.ts';

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
