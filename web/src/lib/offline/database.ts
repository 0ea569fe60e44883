import type { Command } from './command.ts';

/** A command on its way to the server. */
export type Item = Command &
  Readonly<{
    /** In the order in which things were done. */
    id: number;
    /** Whose it is: an account's id. It is shown to and sent for nobody else. */
    person: string;
    /** Milliseconds since 1970. */
    doneAt: number;
    state: 'waiting' | 'sending' | 'accepted' | 'refused' | 'tooOld';
    /** The outcome of an accepted one, the reason of a refused one. */
    outcome?: string;
  }>;

/** Whose it is, its halves, whether the server knows the public one, and when it last refused to; milliseconds since 1970. */
export type PhoneKey = Readonly<{ person: string; pair: CryptoKeyPair; isRegistered: boolean; refusedAt: number }>;

/** What the worker has to remember though the browser stops it between two requests. */
export type Facts = {
  /** The account whose pages are kept. */
  person: string;
  /** When pages were last fetched ahead; milliseconds since 1970. */
  fetchedAheadAt: number;
  /** When the person last changed something, so that pages from before are no longer true; milliseconds since 1970. */
  changedAt: number;
  /** The attributes of `<html>`, such as its language, on the page last seen. */
  look: Readonly<Record<string, string>>;
  /** The key that lives in this phone. Its private half is not extractable: it signs, and nothing reads it. */
  key: PhoneKey;
};

let opened: Promise<IDBDatabase> | undefined;

/** No cookie, no token and no page is in here: facts, and commands that wait. */
export function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('kaifong-offline', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('facts');
      request.result.createObjectStore('items', { keyPath: 'id', autoIncrement: true });
    };
    request.onsuccess = () => {
      // A worker of a later version may change the stores; one that holds on would keep it from starting.
      request.result.onversionchange = () => {
        request.result.close();
        opened = undefined;
      };
      resolve(request.result);
    };
    request.onerror = () => {
      opened = undefined;
      reject(request.error);
    };
  });
  return opened;
}

/** What a request answers. */
export function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export async function fact<K extends keyof Facts>(name: K): Promise<Facts[K] | undefined> {
  const store = (await database()).transaction('facts').objectStore('facts');
  return result<Facts[K] | undefined>(store.get(name));
}

export async function forgetFact(name: keyof Facts): Promise<void> {
  const store = (await database()).transaction('facts', 'readwrite').objectStore('facts');
  await result(store.delete(name));
}

export async function setFact<K extends keyof Facts>(name: K, value: Facts[K]): Promise<void> {
  const store = (await database()).transaction('facts', 'readwrite').objectStore('facts');
  await result(store.put(value, name));
}
