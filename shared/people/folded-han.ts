/**
 * Traditional signs of names, and below each the simplified one that it is looked up by. Checked by hand; signs that stand for several,
 * such as 乾, 徵, 係 and 裡, are left as they are.
 */
const traditional =
  '陳張劉黃趙吳孫馬羅鄭謝韓馮鄧許蔣蕭葉蘇盧鍾鐘譚賈閻範陸鄒顧龍萬錢湯嚴賀賴龔歐陽區關麥簡莊倫溫鄺藍單衛' +
  '嶽楊韋駱魯鮑齊畢閔偉麗強軍傑濤輝飛華國蘭鳳潔瓊嬌蓮靜艷豔榮興慶誌誠賢義禮愛寶貴財進遠達運連鵬鴻鶴鷹銘' +
  '鋒鋼鐵錦銀鈴鎮鈞釗穎頌順顏願風揚學寧甯實寬對將嵐島峯崗廣廬彥從復恆悅憲懷憶戰擇曉暉曄時東棟樂樹橋機權' +
  '歡歸氣漢漣潤澤濱灣瀟瀾瀅煒燁燦燈爾獻瑋環瑤瑩瓏瓔畫異當發監碩禎禪祿積穩競節築純紅紀紹細經結絢絲維綠綺' +
  '緒緯緣織繡繼纓羨習聖聞聰聲聯肅臨蔭蘊蘆處親覺觀記訓詠詩語誼諒諾謀謙議護豐貝貞資賓賜賞質贊躍軒載輕輪農' +
  '選遜邁鄉鈺鉉銳鋭錚鏡鐸鑒鑑長門開陣際隨隱雋雙難雲電靈韻響項預領頤題顯養駒騏騰驍驊驕驥鬆鯤鳴鶯鷗鷺鸞黨' +
  '齡嫻婭嬋嫵嬡姍冊創劍勁動勝勞勳勛務協參啓啟嘯圖園圓堅堯報場塵壽夢奧奮來俠倉儀億儉優兒內凱眾瑪萊葦藝蓀' +
  '薩蘋櫻樺業沖淨淵滬滿漁潁濟澗灃為無營璽瓚疇眞於';
const simplified =
  '陈张刘黄赵吴孙马罗郑谢韩冯邓许蒋萧叶苏卢钟钟谭贾阎范陆邹顾龙万钱汤严贺赖龚欧阳区关麦简庄伦温邝蓝单卫' +
  '岳杨韦骆鲁鲍齐毕闵伟丽强军杰涛辉飞华国兰凤洁琼娇莲静艳艳荣兴庆志诚贤义礼爱宝贵财进远达运连鹏鸿鹤鹰铭' +
  '锋钢铁锦银铃镇钧钊颖颂顺颜愿风扬学宁宁实宽对将岚岛峰岗广庐彦从复恒悦宪怀忆战择晓晖晔时东栋乐树桥机权' +
  '欢归气汉涟润泽滨湾潇澜滢炜烨灿灯尔献玮环瑶莹珑璎画异当发监硕祯禅禄积稳竞节筑纯红纪绍细经结绚丝维绿绮' +
  '绪纬缘织绣继缨羡习圣闻聪声联肃临荫蕴芦处亲觉观记训咏诗语谊谅诺谋谦议护丰贝贞资宾赐赏质赞跃轩载轻轮农' +
  '选逊迈乡钰铉锐锐铮镜铎鉴鉴长门开阵际随隐隽双难云电灵韵响项预领颐题显养驹骐腾骁骅骄骥松鲲鸣莺鸥鹭鸾党' +
  '龄娴娅婵妩嫒姗册创剑劲动胜劳勋勋务协参启启啸图园圆坚尧报场尘寿梦奥奋来侠仓仪亿俭优儿内凯众玛莱苇艺荪' +
  '萨苹樱桦业冲净渊沪满渔颍济涧沣为无营玺瓒畴真于';

const simplifiedOf = new Map([...traditional].map((sign, place) => [sign, [...simplified][place] ?? sign]));

/** A name as it is looked up, whichever way it is written: 陳 and 陈 are one. For keys only, never to be shown. */
export function foldHan(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (sign) => simplifiedOf.get(sign) ?? sign);
}
