package org.rulebatch;

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
            .layer("work")
            .definedBy(
                    "org.rulebatch.report..",
                    "org.rulebatch.engine..",
                    "org.rulebatch.generate..",
                    "org.rulebatch.validate..",
                    "org.rulebatch.ruleyaml..")
            .layer("knowledge")
            .definedBy("org.rulebatch.knowledge..")
            .layer("check")
            .definedBy("org.rulebatch.check..")
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
            .whereLayer("work")
            .mayOnlyBeAccessedByLayers("cli", "batch")
            .whereLayer("knowledge")
            .mayOnlyBeAccessedByLayers("cli", "batch", "work")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("cli", "batch", "work", "knowledge")
            .whereLayer("catalog")
            .mayOnlyBeAccessedByLayers("cli", "batch", "work", "knowledge", "check")
            .whereLayer("requirement")
            .mayOnlyBeAccessedByLayers("cli", "batch", "work", "knowledge", "check")
            .whereLayer("metadata")
            .mayOnlyBeAccessedByLayers("cli", "batch", "work", "knowledge");

    @ArchTest
    static final ArchRule ONLY_BATCH_AND_CLI_KNOW_SPRING_BATCH = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.rulebatch.report..",
                    "org.rulebatch.engine..",
                    "org.rulebatch.generate..",
                    "org.rulebatch.validate..",
                    "org.rulebatch.ruleyaml..",
                    "org.rulebatch.knowledge..",
                    "org.rulebatch.check..",
                    "org.rulebatch.catalog..",
                    "org.rulebatch.requirement..",
                    "org.rulebatch.metadata..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.batch..")
            .allowEmptyShould(true);
}
