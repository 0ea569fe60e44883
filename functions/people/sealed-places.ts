/** Where each sealed value of a volunteer belongs: the additional data that keeps it from opening anywhere else. */
export function placeOf(volunteerId: string) {
  return {
    documentNumber: `volunteer/${volunteerId}/documentNumber`,
    birthDate: `volunteer/${volunteerId}/birthDate`,
    moveReason: (version: number) => `volunteer/${volunteerId}/moveReason/${version}`,
    guardianMobile: `volunteer/${volunteerId}/guardianMobile`,
    emergencyContact: `volunteer/${volunteerId}/emergencyContact`,
    policyNumber: `volunteer/${volunteerId}/policyNumber`,
  } as const;
}

/** The same for what belongs to an account that is no volunteer's yet. */
export function accountPlaceOf(accountId: string) {
  return {
    registrationDraft: `account/${accountId}/registrationDraft`,
    guardianConsent: `account/${accountId}/guardianConsent`,
  } as const;
}
