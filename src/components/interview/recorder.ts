export type VoiceTrouble =
  | 'voiceMissing'
  | 'voiceRefused'
  | 'voiceNoMicrophone'
  | 'voiceFailed';

/** Stops the recording and gives what was recorded. */
export type StopRecording = () => Promise<Blob>;

/** Begins to record, or says why it cannot. Nothing leaves the browser. */
export async function startRecording(): Promise<StopRecording | VoiceTrouble> {
  if (
    typeof MediaRecorder === 'undefined' ||
    navigator.mediaDevices === undefined
  ) {
    return 'voiceMissing';
  }
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (error) {
    return troubleOf(error);
  }
  const release = () => {
    for (const track of stream.getTracks()) {
      track.stop();
    }
  };
  try {
    const recorder = new MediaRecorder(stream);
    const parts: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    const done = new Promise<Blob>((resolve) => {
      recorder.addEventListener('stop', () => {
        release();
        resolve(new Blob(parts, { type: recorder.mimeType }));
      });
    });
    recorder.start();
    return () => {
      if (recorder.state !== 'inactive') {
        recorder.stop();
      }
      return done;
    };
  } catch {
    release();
    return 'voiceFailed';
  }
}

function troubleOf(error: unknown): VoiceTrouble {
  const name = error instanceof DOMException ? error.name : '';
  return name === 'NotAllowedError' || name === 'SecurityError'
    ? 'voiceRefused'
    : name === 'NotFoundError'
      ? 'voiceNoMicrophone'
      : 'voiceFailed';
}
