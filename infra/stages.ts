/** What differs from one installation to another. No password, key or token in readable form stands here. */
export type StageSettings = {
  /** Part of every name: `kaifong-<name>-people`. */
  name: string;
  partition: 'aws' | 'aws-cn';
  region: string;
  /** Graviton costs less where it is offered. */
  architecture: 'arm64' | 'x86_64';
  /** Who is told, by e-mail, when an alarm goes off. */
  operators: string;
  textMessages: {
    channel: string;
    gatewayUrl: string;
    /** The gateway's token, sealed with this stage's key for personal data (docs: operator's runbook). */
    sealedToken: string;
  };
  /** The identity provider of the government, where this installation is registered with one. */
  identityProvider?: {
    issuer: string;
    clientId: string;
    /** The client's secret, sealed with this stage's key for personal data. */
    sealedSecret: string;
  };
  /** The volunteer system of the province, where this installation is connected to it. */
  province?: {
    url: string;
    /** Its token, sealed with this stage's key for personal data. */
    sealedToken: string;
  };
  /** Where care pages the people on call. */
  pager: {
    url: string;
    /** Its token, sealed with this stage's key of care. */
    sealedToken: string;
  };
  /** The address of the site. China serves no site without one of its own, filed with the authorities (ICP). */
  domain?: { name: string; certificate: { acmArn: string } | { iamId: string } };
};

export const stages = {
  /** For trying things out with made-up people: personal data of real ones stays in mainland China. */
  trial: {
    name: 'trial',
    partition: 'aws',
    region: 'ap-southeast-1',
    architecture: 'arm64',
    operators: 'operators@trial.kaifong.example',
    textMessages: {
      channel: 'gateway',
      gatewayUrl: 'https://sms.trial.kaifong.example/send',
      sealedToken: 'unset',
    },
    pager: { url: 'https://pager.trial.kaifong.example/page', sealedToken: 'unset' },
  },
  liwan: {
    name: 'liwan',
    partition: 'aws-cn',
    region: 'cn-north-1',
    architecture: 'x86_64',
    operators: 'operators@kaifong.example',
    textMessages: {
      channel: 'gateway',
      gatewayUrl: 'https://sms.kaifong.example/send',
      sealedToken: 'unset',
    },
    pager: { url: 'https://pager.kaifong.example/page', sealedToken: 'unset' },
    domain: { name: 'kaifong.example', certificate: { iamId: 'unset' } },
  },
} as const satisfies Record<string, StageSettings>;
