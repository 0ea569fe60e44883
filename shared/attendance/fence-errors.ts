import { defineErrors } from '../kernel/errors.ts';

/** Why nobody is checked in or out by where the phone is. Each names the ways that remain. */
export const fenceErrors = defineErrors('fence', {
  none: [
    'conflict',
    '这个班次没有开通定位签到。请扫队长屏幕上的码，或请队长扫您的码。',
    '這個班次沒有開通定位簽到。請掃隊長屏幕上的碼，或請隊長掃您的碼。',
    'This shift has no check-in by location. Please scan the code on the leader’s screen, or let the leader scan yours.',
  ],
  outside: [
    'conflict',
    '手机显示您离集合地点约 {metres} 米，超出了 {fence} 米的范围。请走近一些再试，或扫队长屏幕上的码。',
    '手機顯示您離集合地點約 {metres} 米，超出了 {fence} 米的範圍。請走近一些再試，或掃隊長屏幕上的碼。',
    'Your phone is about {metres} m from the meeting place, beyond the {fence} m. Please come closer, or scan the leader’s code.',
  ],
  vague: [
    'conflict',
    '手机定位的误差有 {accuracy} 米，分不清您在不在现场（要在 {most} 米以内）。请到室外或打开精确定位再试，或扫队长屏幕上的码。',
    '手機定位的誤差有 {accuracy} 米，分不清您在不在現場（要在 {most} 米以內）。請到室外或打開精確定位再試，或掃隊長屏幕上的碼。',
    'Your phone may be {accuracy} m off, too much to tell (at most {most} m). Please try outdoors, allow precise location, or scan the leader’s code.',
  ],
});
