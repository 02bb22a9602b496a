package org.rulebatch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Ensures that packages know each other in one direction only, as the design draws it. */
@AnalyzeClasses(packages = "org.rulebatch", importOptions = DoNotIncludeTests.class)
final class PackageDirectionTest {

    @ArchTest
    static final ArchRule ARROWS_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("cli")
            .definedBy("org.rulebatch.cli..")
            .layer("batch")
            .definedBy("org.rulebatch.batch..")
            .layer("outcome")
            .definedBy(
                    "org.rulebatch.report..",
                    "org.rulebatch.engine..",
                    "org.rulebatch.evaluate..",
                    "org.rulebatch.describe..",
                    "org.rulebatch.imports..",
                    "org.rulebatch.lint..",
                    "org.rulebatch.review..")
            .layer("pipeline")
            .definedBy("org.rulebatch.pipeline..")
            .layer("store")
            .definedBy("org.rulebatch.store..")
            .layer("work")
            .definedBy("org.rulebatch.generate..", "org.rulebatch.validate..", "org.rulebatch.ruleyaml..")
            .layer("knowledge")
            .definedBy("org.rulebatch.knowledge..")
            .layer("language")
            .definedBy("org.rulebatch.language..")
            .layer("catalog")
            .definedBy("org.rulebatch.catalog..")
            .layer("requirement")
            .definedBy("org.rulebatch.requirement..")
            .layer("metadata")
            .definedBy("org.rulebatch.metadata..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("batch")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("outcome")
            .mayOnlyBeAccessedByLayers("cli", "batch")
            .whereLayer("pipeline")
            .mayOnlyBeAccessedByLayers("cli", "batch", "outcome")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("cli", "batch", "outcome")
            .whereLayer("work")
            .mayOnlyBeAccessedByLayers("cli", "batch", "outcome", "pipeline")
            .whereLayer("knowledge")
            .mayOnlyBeAccessedByLayers("cli", "batch", "outcome", "pipeline", "store", "work")
            .whereLayer("language")
            .mayOnlyBeAccessedByLayers("cli", "batch", "outcome", "pipeline", "store", "work", "knowledge")
            .whereLayer("catalog")
            .mayOnlyBeAccessedByLayers(
                    "cli", "batch", "outcome", "pipeline", "store", "work", "knowledge", "language", "metadata")
            .whereLayer("requirement")
            .mayOnlyBeAccessedByLayers("cli", "batch", "outcome", "pipeline", "work", "knowledge", "metadata", "store")
            .whereLayer("metadata")
            .mayOnlyBeAccessedByLayers("cli", "batch", "outcome", "pipeline", "store", "work", "knowledge");

    /** Files and YAML are read and written from everywhere, so they may know nobody. */
    @ArchTest
    static final ArchRule FILES_AND_YAML_KNOW_NOBODY = noClasses()
            .that()
            .resideInAnyPackage("org.rulebatch.files..", "org.rulebatch.yaml..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.rulebatch..")
                    .and(not(resideInAnyPackage("org.rulebatch.files..", "org.rulebatch.yaml.."))));

    @ArchTest
    static final ArchRule ONLY_BATCH_AND_CLI_KNOW_SPRING_BATCH = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.rulebatch.files..",
                    "org.rulebatch.yaml..",
                    "org.rulebatch.store..",
                    "org.rulebatch.pipeline..",
                    "org.rulebatch.evaluate..",
                    "org.rulebatch.report..",
                    "org.rulebatch.describe..",
                    "org.rulebatch.review..",
                    "org.rulebatch.imports..",
                    "org.rulebatch.engine..",
                    "org.rulebatch.generate..",
                    "org.rulebatch.validate..",
                    "org.rulebatch.ruleyaml..",
                    "org.rulebatch.knowledge..",
                    "org.rulebatch.check..",
                    "org.rulebatch.language..",
                    "org.rulebatch.reading..",
                    "org.rulebatch.catalog..",
                    "org.rulebatch.requirement..",
                    "org.rulebatch.metadata..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.batch..")
            .allowEmptyShould(true);

    /** The language knows AWS's models, and how our data files are read. */
    @ArchTest
    static final ArchRule LANGUAGE_KNOWS_THE_CATALOG_ONLY = noClasses()
            .that()
            .resideInAPackage("org.rulebatch.language..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.rulebatch..")
                    .and(not(resideInAnyPackage(
                            "org.rulebatch.language..", "org.rulebatch.catalog..", "org.rulebatch.yaml.."))));

    /** One package evaluates: nobody else reaches CEL past it. */
    @ArchTest
    static final ArchRule ONLY_THE_LANGUAGE_KNOWS_CEL = noClasses()
            .that()
            .resideOutsideOfPackage("org.rulebatch.language..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.cel..");

    /** What a rule says is read from its texts alone. */
    @ArchTest
    static final ArchRule READING_KNOWS_METADATA_ONLY = noClasses()
            .that()
            .resideInAPackage("org.rulebatch.reading..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.rulebatch..")
                    .and(not(resideInAnyPackage(
                            "org.rulebatch.reading..",
                            "org.rulebatch.metadata..",
                            "org.rulebatch.files..",
                            "org.rulebatch.yaml.."))));
}
