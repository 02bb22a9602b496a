"""word_vectors.py <model> <resources> <output>: one vector a word, as org.rulebatch.meaning.WordVectors reads them.

The words are the whole words of the model's own vocabulary, which are the commonest of English, and those of the knowledge base and
of the vocabulary. Shorter words come first: of several words with one stem the reader takes the first."""
import glob, gzip, io, json, re, struct, sys

import numpy
import onnxruntime
from tokenizers import Tokenizer

SIZE = 96
WORD = re.compile(r'[a-z][a-z0-9]{1,23}')


def vocabulary(model, resources):
    words = {word for word in json.load(open(model + '-tokenizer.json'))['model']['vocab'] if WORD.fullmatch(word)}
    for folder in ('knowledge', 'reading'):
        for path in glob.glob(f'{resources}/{folder}/**/*.yaml', recursive=True):
            text = re.sub('(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])', ' ', open(path).read()).lower()
            words.update(WORD.findall(text))
    return sorted(words, key=lambda word: (len(word), word))


def vectors(model, words):
    tokenizer = Tokenizer.from_file(model + '-tokenizer.json')
    tokenizer.no_padding()
    session = onnxruntime.InferenceSession(model + '.onnx', providers=['CPUExecutionProvider'])
    for word in words:
        ids = numpy.array([tokenizer.encode(word).ids])
        yield session.run(None, {'input_ids': ids, 'attention_mask': numpy.ones_like(ids), 'token_type_ids': numpy.zeros_like(ids)})[0][0].mean(0)


def reduced(found):
    """The main directions of the vectors around their mean, as bytes."""
    found = found / numpy.linalg.norm(found, axis=1, keepdims=True)
    found = found - found.mean(0)
    directions = numpy.linalg.svd(found, full_matrices=False)[2][:SIZE]
    small = found @ directions.T
    return numpy.round(small * (127 / numpy.abs(small).max(1, keepdims=True))).astype(numpy.int8)


def main(model, resources, output):
    words = vocabulary(model, resources)
    data = io.BytesIO()
    data.write(struct.pack('>i', len(words)))
    for word, vector in zip(words, reduced(numpy.array(list(vectors(model, words))))):
        data.write(struct.pack('>H', len(word)) + word.encode() + vector.tobytes())
    with open(output, 'wb') as file, gzip.GzipFile(filename='', fileobj=file, mode='wb', compresslevel=9, mtime=0) as packed:
        packed.write(data.getvalue())
    print(len(words), 'words')


main(*sys.argv[1:])
