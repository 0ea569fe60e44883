import { routesOnDemand } from '../platform/on-demand.ts';
import type { Points } from './index.ts';

// What is done now and then, read on demand.

export const pointsCopyRoutes = (points: Points) =>
  routesOnDemand(['/points-copy'], async () => (await import('./copy.routes.ts')).pointsCopyRoutes(points));

export const fundRoutes = (points: Points) =>
  routesOnDemand(['/points-funds'], async () => (await import('./fund.routes.ts')).fundRoutes(points));

export const givingRoutes = (points: Points) =>
  routesOnDemand(['/points-gifts'], async () => (await import('./giving.routes.ts')).givingRoutes(points));

export const helpRoutes = (points: Points) =>
  routesOnDemand(['/help-requests'], async () => (await import('./help/help.routes.ts')).helpRoutes(points));

export const rewardRoutes = (points: Points) =>
  routesOnDemand(['/rewards', '/vouchers', '/reward-shops'], async () =>
    (await import('./rewards/rewards.routes.ts')).rewardRoutes(points),
  );

export const pointsRulesRoutes = (points: Points) =>
  routesOnDemand(['/points-rules'], async () => (await import('./rules/rules.routes.ts')).pointsRulesRoutes(points));

export const rankingRoutes = (points: Points) =>
  routesOnDemand(['/rankings'], async () => (await import('./rankings/rankings.routes.ts')).rankingRoutes(points));

export const adjustmentRoutes = (points: Points) =>
  routesOnDemand(['/points-adjustments'], async () =>
    (await import('./adjustments/adjustment.routes.ts')).adjustmentRoutes(points),
  );

export const statementRoutes = (points: Points) =>
  routesOnDemand(['/points-statements'], async () =>
    (await import('./statements/statement.routes.ts')).statementRoutes(points),
  );
