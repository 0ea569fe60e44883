/** What the front of a stage (CloudFront) puts into every request that it passes on, with the stage's own pass as its value. */
export const frontHeader = 'x-kaifong-front';
