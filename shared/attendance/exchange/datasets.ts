import * as z from 'zod';
import type { Text } from '../../kernel/language.ts';

/**
 * What is exchanged with other systems of volunteering (MZ/T 061; what must be recorded: 民政部令67 art. 4), and the fields of each kind in
 * the order in which they are sent. People are told by their volunteer number, and by nothing else. Codes are what the API calls things;
 * days are of Asia/Shanghai, instants in UTC, times in whole minutes.
 */
export const datasets = ['serviceRecords', 'training', 'awards', 'evaluations', 'complaints'] as const;
export const Dataset = z.enum(datasets);
export type Dataset = z.infer<typeof Dataset>;

/** One record: its fields by name. `recordNumber` names it for good, so that sending it twice is sending it once. */
export const ExchangeRow = z.record(z.string(), z.union([z.string(), z.number()]));
export type ExchangeRow = Readonly<{ recordNumber: string; [field: string]: string | number }>;

type Column = readonly [field: string, heading: Text];

const recordNumber: Column = ['recordNumber', { 'zh-Hans': '记录编号', 'zh-Hant': '記錄編號', en: 'Record number' }];
const volunteerNumber: Column = [
  'volunteerNumber',
  { 'zh-Hans': '志愿者编号', 'zh-Hant': '志願者編號', en: 'Volunteer number' },
];
const organisation: Column = [
  'organisation',
  { 'zh-Hans': '组织编码', 'zh-Hant': '組織編碼', en: 'Code of the organisation' },
];
const day: Column = ['day', { 'zh-Hans': '日期', 'zh-Hant': '日期', en: 'Day' }];
const details: Column = ['details', { 'zh-Hans': '说明', 'zh-Hant': '說明', en: 'Details' }];
const state: Column = ['state', { 'zh-Hans': '状态', 'zh-Hant': '狀態', en: 'State' }];
const recordedAt: Column = ['recordedAt', { 'zh-Hans': '记录时间', 'zh-Hant': '記錄時間', en: 'Recorded at' }];

export const columnsOf: Readonly<Record<Dataset, readonly Column[]>> = {
  serviceRecords: [
    recordNumber,
    volunteerNumber,
    ['kind', { 'zh-Hans': '记录类型', 'zh-Hant': '記錄類型', en: 'Kind' }],
    ['activity', { 'zh-Hans': '活动名称', 'zh-Hant': '活動名稱', en: 'Activity' }],
    ['content', { 'zh-Hans': '服务内容', 'zh-Hant': '服務內容', en: 'Kind of service' }],
    ['place', { 'zh-Hans': '服务地点', 'zh-Hant': '服務地點', en: 'Place' }],
    organisation,
    ['day', { 'zh-Hans': '服务日期', 'zh-Hant': '服務日期', en: 'Day of service' }],
    ['startedAt', { 'zh-Hans': '开始时间', 'zh-Hant': '開始時間', en: 'Began at' }],
    ['endedAt', { 'zh-Hans': '结束时间', 'zh-Hant': '結束時間', en: 'Ended at' }],
    ['minutes', { 'zh-Hans': '服务时长（分钟）', 'zh-Hant': '服務時數（分鐘）', en: 'Minutes' }],
    ['ways', { 'zh-Hans': '签到方式', 'zh-Hant': '簽到方式', en: 'How it was seen' }],
    ['reverses', { 'zh-Hans': '冲正的记录编号', 'zh-Hant': '沖正的記錄編號', en: 'Takes back record' }],
    ['reason', { 'zh-Hans': '冲正原因', 'zh-Hant': '沖正原因', en: 'Why it is taken back' }],
    recordedAt,
    ['hash', { 'zh-Hans': '校验值', 'zh-Hant': '校驗值', en: 'Hash' }],
  ],
  training: [
    recordNumber,
    volunteerNumber,
    ['name', { 'zh-Hans': '培训名称', 'zh-Hant': '培訓名稱', en: 'Training' }],
    organisation,
    ['heldBy', { 'zh-Hans': '培训举办单位', 'zh-Hant': '培訓舉辦單位', en: 'Held by' }],
    ['day', { 'zh-Hans': '培训日期', 'zh-Hant': '培訓日期', en: 'Day' }],
    ['minutes', { 'zh-Hans': '培训时长（分钟）', 'zh-Hant': '培訓時數（分鐘）', en: 'Minutes' }],
    recordedAt,
  ],
  awards: [
    ...[recordNumber, volunteerNumber],
    ['name', { 'zh-Hans': '表彰奖励名称', 'zh-Hant': '表彰獎勵名稱', en: 'Honour' }],
    day,
    ['grantedBy', { 'zh-Hans': '授予单位', 'zh-Hant': '授予單位', en: 'Granted by' }],
    ...[details, state, recordedAt],
  ],
  evaluations: [
    ...[recordNumber, volunteerNumber],
    ['activity', { 'zh-Hans': '评价的服务', 'zh-Hant': '評價的服務', en: 'Service' }],
    day,
    ['rating', { 'zh-Hans': '评分（1—5）', 'zh-Hant': '評分（1—5）', en: 'Rating, 1 to 5' }],
    ['evaluatedBy', { 'zh-Hans': '评价方', 'zh-Hant': '評價方', en: 'Evaluated by' }],
    ...[details, state, recordedAt],
  ],
  complaints: [
    ...[recordNumber, volunteerNumber],
    ['matter', { 'zh-Hans': '投诉事由', 'zh-Hant': '投訴事由', en: 'About' }],
    day,
    ['complainedBy', { 'zh-Hans': '投诉方', 'zh-Hant': '投訴方', en: 'Complained by' }],
    ['outcome', { 'zh-Hans': '核实结果', 'zh-Hant': '核實結果', en: 'Outcome' }],
    ...[details, state, recordedAt],
  ],
};

export const datasetNames: Readonly<Record<Dataset, Text>> = {
  serviceRecords: { 'zh-Hans': '志愿服务记录', 'zh-Hant': '志願服務記錄', en: 'service-records' },
  training: { 'zh-Hans': '志愿者培训', 'zh-Hant': '志願者培訓', en: 'training' },
  awards: { 'zh-Hans': '志愿者表彰奖励', 'zh-Hant': '志願者表彰獎勵', en: 'honours' },
  evaluations: { 'zh-Hans': '志愿服务评价', 'zh-Hant': '志願服務評價', en: 'evaluations' },
  complaints: { 'zh-Hans': '志愿者投诉', 'zh-Hant': '志願者投訴', en: 'complaints' },
};
