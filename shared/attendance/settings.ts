/** Figures of the house that are no one's to change in the running system: what the district may change is in `district-figures.ts`. */
export const attendanceSettings = {
  /** Check-in opens so long before a shift and closes with it. */
  checkInOpensMinutesBefore: 30,
  /** Check-out stays open so long after a shift. */
  checkOutClosesMinutesAfter: 60,
  /** The leader may enter what a volunteer forgot until so long after a shift. */
  leaderEntersHoursAfter: 24,
  /** Leaders see the number of somebody who has a place, to call, from so long before a shift until so long after it. */
  callsHoursAround: 24,
  /** So many wrong codes close the self-service of one volunteer at one shift; her leader then ticks her. */
  mostWrongCodes: 10,
  /**
   * What a phone brings later than this is late, and counts at the time of the tap for so many hours; then the leader looks at it. A phone sends what it
   * kept for so many days (`web/src/lib/offline`); what comes later than that is for a back-entry.
   */
  late: { afterSeconds: 60, countsForHours: 72, takenForDays: 7 },
  /** Most comings and goings of one volunteer at one shift that the leader is asked about. */
  mostReviews: 6,
  /** A fix less sure than the first says nothing; one beyond the second, by more than it may be off, is elsewhere. In metres. */
  fix: { vagueFromMetres: 200, farFromMetres: 500 },
  /**
   * A leader marks who did not come within so many days after a shift, and the person contests it within so many after that. The figure of
   * reliability is over `figureDays`. `pauseAfter` in `pauseWithinDays` pause standing sign-ups for `pausedDays`.
   */
  noShow: { markDays: 3, contestDays: 14, figureDays: 183, pauseAfter: 3, pauseWithinDays: 60, pausedDays: 30 },
  /**
   * What makes hours unlikely. Windows are in days, distances in metres, speeds in metres a minute (500 is 30 km/h, a bus with its stops).
   * A household shares a phone, and a leader's phone helps out at the gate: so one device is for several people before it is asked about.
   */
  doubts: {
    windowDays: 28,
    oneDevice: { people: 6 },
    twoPlaces: { metresAMinute: 500, leastMetres: 1500 },
    mostlyTicked: { leastTicked: 15, timesScanned: 4 },
    batchAtNight: { fromHour: 0, untilHour: 5, leastRecords: 10, hoursAfterShift: 3 },
    roundTimes: { leastTicked: 8, share: 0.9, minutes: 30 },
    oneHand: { leastEntered: 24, leastTeams: 8 },
  },
  /**
   * Hours are back-entered or corrected within so many days after the shift; at most so many people object while they are on public notice.
   */
  amendments: { askWithinDays: 60, mostObjections: 20 },
  /** Most pairs of check-in and check-out of one person on one day (i志愿). */
  mostPairsPerDay: 3,
  /** What was served shorter than this is not counted. */
  leastMinutes: 1,
  /**
   * A patrol of so many people counts from so many minutes and metres, both of them (practice). A fix less sure than `vagueFromMetres` says
   * nothing, one nearer than `stillMetres` is standing still, and nobody walks or rides faster than `mostMetresAMinute` (30 km/h). A team has
   * at most `mostWayPoints`; a fix within `passedMetres` of one has passed it, and a phone that was sure of its place within `besideMinutes`
   * says how far from the way-point its code was read.
   */
  patrol: {
    ...{ leastPeople: 3, mostPeople: 5, leastMinutes: 20, leastMetres: 500, mostPerShift: 12, mostFixesAtOnce: 60 },
    ...{ vagueFromMetres: 50, stillMetres: 20, mostMetresAMinute: 500 },
    ...{ mostWayPoints: 30, passedMetres: 50, besideMinutes: 3 },
  },
} as const;
