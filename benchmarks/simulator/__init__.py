"""A simulator of crises with known truth: reading records, and what a ledger must answer of them."""

from __future__ import annotations

from .simulate import Simulation, run, simulate

__all__ = ["Simulation", "run", "simulate"]
