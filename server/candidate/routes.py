"""HTTP of server.candidate."""

from fastapi import APIRouter

router = APIRouter(prefix="/interview", tags=["candidate"])
