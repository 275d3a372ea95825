# The C types of judgement.py. They change its speed, never its results.
cimport cython
from credscore.report cimport _records as records

cdef Py_ssize_t _LOG_ODDS, _SCORE, _LOW, _HIGH

@cython.locals(
    flagged=list, stances=list, caveats=list, made=list, article=Py_ssize_t, bits=Py_ssize_t,
)
cdef list _scores(judged, const double[:, ::1] figures)
