import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { routesOnDemand } from '../platform/on-demand.ts';
import type { Scheduling } from './index.ts';
import { shiftRoutes } from './shifts/shift.routes.ts';
import { signUpRoutes } from './sign-up/sign-up.routes.ts';
import { staffingRoutes } from './staffing/staffing.routes.ts';

/** Shifts, for those who make them and those who take a place in them. */
export function schedulingRoutes(scheduling: Scheduling) {
  return new Hono<ApiEnv>()
    .route('/', shiftRoutes(scheduling))
    .route('/', staffingRoutes(scheduling))
    .route('/', rosterRoutes(scheduling))
    .route('/', handoverRoutes(scheduling))
    .route('/', seriesRoutes(scheduling))
    .route('/', regularRoutes(scheduling))
    .route('/', copyingRoutes(scheduling))
    .route('/', preferencesRoutes(scheduling))
    .route('/', boardRoutes(scheduling))
    .route('/', wordingRoutes(scheduling))
    .route('/', suitableRoutes(scheduling))
    .route('/', signUpRoutes(scheduling))
    .route('/', calendarRoutes(scheduling))
    .route('/', copyRoutes(scheduling));
}

const calendarRoutes = (scheduling: Scheduling) =>
  routesOnDemand(['/calendars', '/calendar-addresses', '/shift-calendars'], async () =>
    (await import('./calendar/calendar.routes.ts')).calendarRoutes(scheduling),
  );

const copyRoutes = (scheduling: Scheduling) =>
  routesOnDemand(['/scheduling-copy'], async () => (await import('./copy.routes.ts')).copyRoutes(scheduling));

const rosterRoutes = (scheduling: Scheduling) =>
  routesOnDemand(['/week-rosters'], async () => (await import('./roster/roster.routes.ts')).rosterRoutes(scheduling));

const handoverRoutes = (scheduling: Scheduling) =>
  routesOnDemand(['/handovers'], async () =>
    (await import('./handover/handover.routes.ts')).handoverRoutes(scheduling),
  );

const seriesRoutes = (scheduling: Scheduling) =>
  routesOnDemand(['/series'], async () => (await import('./series/series.routes.ts')).seriesRoutes(scheduling));

const regularRoutes = (scheduling: Scheduling) =>
  routesOnDemand(['/regulars'], async () => (await import('./series/regular.routes.ts')).regularRoutes(scheduling));

const copyingRoutes = (scheduling: Scheduling) =>
  routesOnDemand(['/shift-templates', '/week-copies'], async () =>
    (await import('./copying/copying.routes.ts')).copyingRoutes(scheduling),
  );

const preferencesRoutes = (scheduling: Scheduling) =>
  routesOnDemand(['/serving-preferences'], async () =>
    (await import('./preferences/preferences.routes.ts')).preferencesRoutes(scheduling),
  );

const boardRoutes = (scheduling: Scheduling) =>
  routesOnDemand(['/boards'], async () => (await import('./board/board.routes.ts')).boardRoutes(scheduling));

const wordingRoutes = (scheduling: Scheduling) =>
  routesOnDemand(['/team-shifts'], async () => (await import('./shifts/wording.routes.ts')).wordingRoutes(scheduling));

const suitableRoutes = (scheduling: Scheduling) =>
  routesOnDemand(['/suitable-shifts'], async () =>
    (await import('./suitable/suitable.routes.ts')).suitableRoutes(scheduling),
  );
