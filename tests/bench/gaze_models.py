"""Four ways from head and eyes to a direction, for the comparison in docs/decisions/0071.

One rule: all get the same features and the same nine points, and choose what is free in them by
leaving one of these out, never by the points on which they are judged.
"""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Model = Callable[[Matrix, Matrix, Matrix], Matrix]
"""(known features, known directions, features) -> directions."""


def ridge(known: Matrix, wanted: Matrix, asked: Matrix) -> Matrix:
    """Least squares with shrunk weights on standardised features."""
    return _best(known, wanted, asked, [_ridge(strength) for strength in (0.1, 0.3, 1, 3, 10)])


def elastic_net(known: Matrix, wanted: Matrix, asked: Matrix) -> Matrix:
    """Half of the penalty on sizes, half on squares, by coordinate descent."""
    strengths = (0.01, 0.03, 0.1, 0.3, 1.0)
    return _best(known, wanted, asked, [_elastic(strength) for strength in strengths])


def gaussian_process(known: Matrix, wanted: Matrix, asked: Matrix) -> Matrix:
    """Linear kernel and a smooth one; lengths and noise by the marginal likelihood."""
    options = [(s, length, n) for s in (0.0, 0.3, 1.0) for length in (1, 2, 4) for n in (0.1, 0.3)]
    x, asked_x = _standard(known, known), _standard(known, asked)
    middle, size = wanted.mean(axis=0), wanted.std(axis=0) + 1e-9
    y = (wanted - middle) / size
    likely = max(options, key=lambda option: _evidence(x, y, option))
    kernel = _kernel(x, x, likely) + likely[2] * np.eye(len(x))
    found = _kernel(asked_x, x, likely) @ np.linalg.solve(kernel, y)
    return np.asarray(found * size + middle, dtype=np.float64)


def network(known: Matrix, wanted: Matrix, asked: Matrix) -> Matrix:
    """One hidden layer of six, mean of five; weights decay as the left-out points say."""
    return _best(known, wanted, asked, [_network(decay) for decay in (0.03, 0.3)])


MODELS: dict[str, Model] = {
    "ridge": ridge,
    "elastic net": elastic_net,
    "Gaussian process": gaussian_process,
    "small network": network,
}


def _best(known: Matrix, wanted: Matrix, asked: Matrix, options: list[Model]) -> Matrix:
    def left_out(model: Model) -> float:
        off = 0.0
        for i in range(len(known)):
            rest = np.arange(len(known)) != i
            found = model(known[rest], wanted[rest], known[[i]])[0]
            off += math.dist(found, wanted[i])
        return off

    return min(options, key=left_out)(known, wanted, asked)


def _standard(known: Matrix, x: Matrix) -> Matrix:
    return np.asarray((x - known.mean(axis=0)) / (known.std(axis=0) + 1e-9), dtype=np.float64)


def _ridge(strength: float) -> Model:
    def model(known: Matrix, wanted: Matrix, asked: Matrix) -> Matrix:
        x, middle = _standard(known, known), wanted.mean(axis=0)
        squares = x.T @ x + strength * np.eye(x.shape[1])
        weights = np.linalg.solve(squares, x.T @ (wanted - middle))
        return np.asarray(_standard(known, asked) @ weights + middle, dtype=np.float64)

    return model


def _elastic(strength: float) -> Model:
    def model(known: Matrix, wanted: Matrix, asked: Matrix) -> Matrix:
        x, middle = _standard(known, known), wanted.mean(axis=0)
        size = wanted.std(axis=0) + 1e-9
        y = (wanted - middle) / size
        weights = np.zeros((x.shape[1], y.shape[1]))
        for _ in range(60):
            for j in range(x.shape[1]):
                left = y - x @ weights + np.outer(x[:, j], weights[j])
                pull = x[:, j] @ left / len(x)
                shrunk = np.sign(pull) * np.maximum(np.abs(pull) - strength / 2, 0)
                weights[j] = shrunk / (x[:, j] @ x[:, j] / len(x) + strength / 2)
        return np.asarray(_standard(known, asked) @ weights * size + middle, dtype=np.float64)

    return model


def _kernel(one: Matrix, other: Matrix, option: tuple[float, float, float]) -> Matrix:
    smooth, length, _ = option
    apart = ((one[:, None] - other[None]) ** 2).sum(axis=2)
    bent = smooth * np.exp(-apart / (2 * length**2 * one.shape[1]))
    return np.asarray(one @ other.T / one.shape[1] + bent, dtype=np.float64)


def _evidence(x: Matrix, y: Matrix, option: tuple[float, float, float]) -> float:
    kernel = _kernel(x, x, option) + option[2] * np.eye(len(x))
    _, size = np.linalg.slogdet(kernel)
    return -float((y * np.linalg.solve(kernel, y)).sum()) - y.shape[1] * float(size)


def _network(decay: float) -> Model:
    def model(known: Matrix, wanted: Matrix, asked: Matrix) -> Matrix:
        x, middle = _standard(known, known), wanted.mean(axis=0)
        size = wanted.std(axis=0) + 1e-9
        y, found = (wanted - middle) / size, np.zeros((len(asked), wanted.shape[1]))
        for seed in range(5):
            found += _trained(x, y, _standard(known, asked), decay, seed) / 5
        return np.asarray(found * size + middle, dtype=np.float64)

    return model


def _trained(x: Matrix, y: Matrix, asked: Matrix, decay: float, seed: int) -> Matrix:
    """Two hundred steps of gradient descent with momentum."""
    chance = np.random.default_rng(seed)
    first = chance.normal(0, 0.5, (x.shape[1] + 1, 6))
    second = chance.normal(0, 0.5, (7, y.shape[1]))
    inputs = np.column_stack([x, np.ones(len(x))])
    speed_1, speed_2 = np.zeros_like(first), np.zeros_like(second)
    for _ in range(200):
        hidden = np.column_stack([np.tanh(inputs @ first), np.ones(len(x))])
        off = (hidden @ second - y) / len(x)
        back = off @ second[:-1].T * (1 - hidden[:, :-1] ** 2)
        speed_2 = 0.9 * speed_2 - 0.05 * (hidden.T @ off + decay / len(x) * second)
        speed_1 = 0.9 * speed_1 - 0.05 * (inputs.T @ back + decay / len(x) * first)
        first, second = first + speed_1, second + speed_2
    hidden = np.tanh(np.column_stack([asked, np.ones(len(asked))]) @ first)
    return np.asarray(np.column_stack([hidden, np.ones(len(asked))]) @ second, dtype=np.float64)
