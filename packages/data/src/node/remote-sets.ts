/** A file of a data set, as its mirrors have it. */
export interface RemoteFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The four files of a data set, and folders on the web that have them, the first to be asked first. */
export interface RemoteSet {
  readonly mirrors: readonly string[];
  readonly files: readonly RemoteFile[];
}

/**
 * The sets that can be fetched. Sizes and digests are those in url_checksums of TensorFlow Datasets; the digests of the
 * training files of MNIST and of all of Fashion-MNIST were also computed from the files themselves.
 */
export const REMOTE_SETS = {
  mnist: {
    mirrors: ['https://storage.googleapis.com/cvdf-datasets/mnist/', 'https://ossci-datasets.s3.amazonaws.com/mnist/'],
    files: [
      file('train-images-idx3', 9912422, '440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609'),
      file('train-labels-idx1', 28881, '3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c'),
      file('t10k-images-idx3', 1648877, '8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6'),
      file('t10k-labels-idx1', 4542, 'f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6'),
    ],
  },
  'fashion-mnist': {
    mirrors: [
      'https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/',
      'http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/',
    ],
    files: [
      file('train-images-idx3', 26421880, '3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84'),
      file('train-labels-idx1', 29515, 'a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845'),
      file('t10k-images-idx3', 4422102, '346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073'),
      file('t10k-labels-idx1', 5148, '67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5'),
    ],
  },
  kmnist: {
    mirrors: ['https://codh.rois.ac.jp/kmnist/dataset/kmnist/', 'http://codh.rois.ac.jp/kmnist/dataset/kmnist/'],
    files: [
      file('train-images-idx3', 18165135, '51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4'),
      file('train-labels-idx1', 29497, 'e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17'),
      file('t10k-images-idx3', 3041136, 'edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5'),
      file('t10k-labels-idx1', 5120, '20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c'),
    ],
  },
} as const satisfies Readonly<Record<string, RemoteSet>>;

export type RemoteSetName = keyof typeof REMOTE_SETS;

function file(name: string, bytes: number, sha256: string): RemoteFile {
  return { name: `${name}-ubyte.gz`, bytes, sha256 };
}
