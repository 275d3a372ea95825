# credscore serve as an image. docs/how-to/deploy.md says how it is run.
#   docker build -t credscore .

FROM python:3.13-bookworm AS build
WORKDIR /source
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY src src
COPY models models
# A wheel without compiled modules is refused: it would be slower.
ENV CREDSCORE_REQUIRE_COMPILED=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN pip wheel --no-deps --wheel-dir /wheels . \
    && python -m venv /opt/credscore \
    && wheel="$(echo /wheels/credscore-*.whl)" \
    && /opt/credscore/bin/pip install "${wheel}[html,service]"

FROM python:3.13-slim-bookworm
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin credscore
COPY --from=build /opt/credscore /opt/credscore
USER 10001
ENV PATH=/opt/credscore/bin:$PATH PYTHONDONTWRITEBYTECODE=1 OPENBLAS_NUM_THREADS=1 CREDSCORE_HOST=0.0.0.0
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/livez', timeout=4)"]
ENTRYPOINT ["credscore"]
CMD ["serve"]
