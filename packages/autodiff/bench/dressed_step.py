"""The same training steps by PennyLane and PyTorch: a setting as JSON on stdin, its numbers and seconds on stdout."""

import json
import sys
import time

import pennylane as qml
import torch

torch.set_default_dtype(torch.float64)

on = json.load(sys.stdin)
qubits, rows = on["qubits"], on["rows"]
x = torch.tensor(on["x"]).reshape(rows, qubits)
labels = torch.tensor(on["labels"])


def network(method):
    """The circuit under a method, and the weights: those of tfjs, whose kernels are inputs by outputs."""
    device = qml.device("default.qubit", wires=qubits)

    @qml.qnode(device, interface="torch", diff_method=method)
    def circuit(inputs, theta):
        for q in range(qubits):
            qml.Hadamard(q)
        for q in range(qubits):
            qml.RY(torch.pi / 2 * inputs[..., q], wires=q)
        for layer in range(on["layers"]):
            for q in range(qubits):
                qml.RY(theta[layer * qubits + q], wires=q)
            for q in range(qubits):
                qml.CNOT([q, (q + 1) % qubits])
        return [qml.expval(qml.Z(q)) for q in range(qubits)]

    shapes = [(qubits, qubits), (qubits,), (-1,), (qubits, 2), (2,)]
    weights = [torch.tensor(w).reshape(shape).requires_grad_() for w, shape in zip(on["weights"], shapes)]
    return circuit, weights


def loss(circuit, weights, batched):
    kernel, bias, theta, head, head_bias = weights
    z = torch.tanh(x @ kernel + bias)
    if batched:
        measured = torch.stack(circuit(z, theta), dim=-1)
    else:
        measured = torch.stack([torch.stack(circuit(row, theta)) for row in z])
    return torch.nn.functional.cross_entropy(measured @ head + head_bias, labels)


def measured(method, batched, warm_up, steps):
    circuit, weights = network(method)
    first = loss(circuit, weights, batched)
    first.backward()
    numbers = [first.item()] + [slope for w in weights for slope in w.grad.flatten().tolist()]
    adam = torch.optim.Adam(weights, lr=0.01)
    seconds = []
    for _ in range(warm_up + steps):
        start = time.perf_counter()
        adam.zero_grad()
        loss(circuit, weights, batched).backward()
        adam.step()
        seconds.append(time.perf_counter() - start)
    seconds = sorted(seconds[warm_up:])
    return {"numbers": numbers, "seconds": seconds[len(seconds) // 10]}


json.dump(
    {
        "versions": {"pennylane": qml.__version__, "torch": torch.__version__},
        # It cannot shift a batch, so samples are looped over; once, as that takes its time.
        "parameter-shift": measured("parameter-shift", False, 0, 1),
        "adjoint": measured("backprop", True, 3, 20),
    },
    sys.stdout,
)
