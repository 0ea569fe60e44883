import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import {
  aHandover,
  aNote,
  anAssignedCase,
  anEscalation,
  aReferral,
  aWaitingCase,
  type CareDistrict,
} from './test-care.ts';

/** What no row, event, receipt or log line may hold in the clear. */
export const secrets = {
  alias: '紫荆花开',
  contact: '二十号铺面的电话',
  summary: '近来常常失眠',
  note: '她说到了母亲',
  plan: '把药交给表姐',
  report: '膝上有旧伤',
  room: '三楼小房间',
  link: 'https://meeting.example.com/secret-room',
  tried: '按了门铃没有人应',
  hospital: '广州市惠爱医院',
  handedOver: '她最怕别人问起儿子',
  referred: '几天没有睡，家人陪着去',
  dutyName: '阿无名',
  dutyPhone: '13811119999',
  reason: '当事人听过她讲课，愿意试试',
  topics: ['bereavement', 'illnessInFamily'],
};

/** A case through its whole life, with a secret in every field. */
export async function tellSecrets(district: CareDistrict) {
  const { alias, contact, summary, topics } = secrets;
  const { caseId, socialWorker, counsellor } = await anAssignedCase(district, { alias, contact, summary, topics });
  await counsellor.caller.post(`/care/cases/${caseId}/notes`, aNote({ text: secrets.note }));
  await counsellor.caller.get(`/care/cases/${caseId}/notes`);
  const steps = {
    warningSigns: [],
    onMyOwn: [],
    peopleAndPlaces: [],
    helpers: [],
    professionals: [],
    saferPlace: [secrets.plan],
  };
  await counsellor.caller.post(`/care/cases/${caseId}/safety-plan`, { version: 0, steps });
  await counsellor.caller.post(`/care/cases/${caseId}/reports`, { signs: ['bullying'], text: secrets.report });
  for (let count = 0; count < 3; count += 1) await district.counsellor({ topics: ['family'] });
  const other = await district.counsellor({ topics });
  const overridden = await aWaitingCase(socialWorker, { alias, topics }, [3, 3]);
  const assignment = { counsellorId: other.counsellorId, overrideReason: secrets.reason };
  await socialWorker.post(`/care/cases/${overridden}/assignment`, assignment);
  const { room, link, tried, hospital, referred } = secrets;
  const startsAt = shiftBy(district.clock.now, hour);
  const planned = { mode: 'video', startsAt, minutes: 50, link };
  const { sessionId } = (await counsellor.caller.post(`/care/cases/${caseId}/sessions`, planned)).body;
  await counsellor.caller.post(`/care/cases/${caseId}/sessions/${sessionId}/outcome`, { outcome: 'cancelled' });
  await counsellor.caller.post(`/care/cases/${caseId}/sessions`, { mode: 'centre', startsAt, minutes: 50, room });
  await counsellor.caller.post(`/care/cases/${caseId}/outreach`, { way: 'visit', outcome: 'noAnswer', text: tried });
  await other.caller.post(`/care/cases/${overridden}/handovers`, aHandover({ text: secrets.handedOver }));
  await aReferral(socialWorker, overridden, { name: hospital, reason: referred });
  await socialWorker.post(`/care/cases/${overridden}/closure`, { outcome: 'referred' });
  await socialWorker.get(`/care/cases/${caseId}`);
  const { dutyName: workName, dutyPhone: mobile } = secrets;
  await (await district.onCall()).post('/care/own-duties/card', { workName, mobile });
  const emergency = await anEscalation(district, { alias, contact, summary, topics });
  return { caseId, socialWorker, counsellor, emergency };
}

/** Every row of the table of care. */
export async function careRows(district: CareDistrict): Promise<Record<string, unknown>[]> {
  const { client, name } = district.table('care');
  const found: Record<string, unknown>[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: name, Limit: 500, ExclusiveStartKey }));
    found.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return found;
}
