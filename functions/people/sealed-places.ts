/** Where each sealed value of a volunteer belongs: the additional data that keeps it from opening anywhere else. */
export function placeOf(volunteerId: string) {
  return {
    documentNumber: `volunteer/${volunteerId}/documentNumber`,
    birthDate: `volunteer/${volunteerId}/birthDate`,
    moveReason: (version: number) => `volunteer/${volunteerId}/moveReason/${version}`,
    guardianMobile: `volunteer/${volunteerId}/guardianMobile`,
  } as const;
}
