# The program without a shell, for a user without rights: docker build -t rule-batch .
# The base images are named by tag. Before you publish an image, put their digests here (docker buildx imagetools inspect <image>).
# The libraries are a layer of their own, which a new version of the program leaves as it is.
FROM maven:3.9.11-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml LICENSE NOTICE ./
COPY .mvn .mvn
RUN mvn -B -q dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=/app/lib
COPY src/main src/main
# Before everything is put into one jar, Maven has the program alone in one.
RUN mvn -B -q package -Dmaven.test.skip=true && cp target/original-batch.jar /app/batch.jar && mkdir /app/output

FROM gcr.io/distroless/java17-debian12:nonroot
WORKDIR /app
COPY --from=build /app/lib lib
COPY --from=build /app/batch.jar batch.jar
COPY LICENSE NOTICE ./
COPY jobs jobs
# A volume that is mounted here is the program's to write.
COPY --from=build --chown=65532:65532 /app/output /output
USER 65532:65532
# A run is short and small: the second compiler costs more than it gains, and a JVM left alone takes what the machine has.
ENTRYPOINT ["/usr/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxRAMPercentage=60", "-cp", "batch.jar:lib/*", "org.rulebatch.RuleBatch"]
CMD ["--help"]
