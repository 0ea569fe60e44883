/** Reading QR codes by the camera, which some browsers do by themselves; the others are not made to load a reader. */

type Reader = { detect: (source: HTMLVideoElement) => Promise<readonly { rawValue: string }[]> };
type WithReader = { BarcodeDetector?: new (options: { formats: string[] }) => Reader };

/** How often the picture is looked at, in milliseconds. */
const lookEvery = 250;

export function canScan(): boolean {
  return 'BarcodeDetector' in globalThis && navigator.mediaDevices !== undefined;
}

export type Scan = Readonly<{
  /** What was read; `noCamera` where it was not allowed or there is none, and nothing when it was stopped. */
  found: Promise<string | undefined>;
  stop: () => void;
}>;

/** Shows the camera's picture in `video` and looks for a QR code in it until there is one. */
export function scan(video: HTMLVideoElement): Scan {
  let isStopped = false;
  const look = async () => {
    const { BarcodeDetector } = globalThis as WithReader;
    const camera = await navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'environment' } })
      .catch(() => undefined);
    if (!camera || !BarcodeDetector) return 'noCamera';
    try {
      const reader = new BarcodeDetector({ formats: ['qr_code'] });
      video.srcObject = camera;
      await video.play();
      while (!isStopped) {
        const [code] = await reader.detect(video).catch(() => []);
        if (code) return code.rawValue.slice(code.rawValue.lastIndexOf('#') + 1);
        await new Promise((resolve) => setTimeout(resolve, lookEvery));
      }
      return undefined;
    } finally {
      for (const track of camera.getTracks()) track.stop();
      video.srcObject = null;
    }
  };
  return {
    found: look(),
    stop() {
      isStopped = true;
    },
  };
}
