package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of the API as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String TOKEN = "token";

    private static final String ABOUT = """
            The REST API of a Lintel server. Programs send an API token as `Authorization: Bearer …`.

            **Spelling.** Field names are `camelCase`, choices are `kebab-case` as in site files, instants are ISO 8601 in \
            UTC. Fields that are not known are passed over.

            **Reasons** of a decision, in the order in which they are asked for: `device-unknown`, `unknown-identifier`, \
            `revoked`, `identifier-suspended`, `holder-suspended`, `not-yet-valid`, `expired`, `passes-used-up`, `no-restriction`, \
            `lock-not-allowed`, `outside-schedule`, `policy-denied`, `granted`, `policy-allowed`, `emergency-egress`, \
            `indeterminate`.

            **Errors** are problems of RFC 9457 (`application/problem+json`): 400 with `errors`, a list of `field` and \
            `reason`; 401 without a valid token; 403 with the `permission` that is missing; 404 for what does not exist, \
            and equally for what belongs to a project that the asker cannot see; 422 for a site file, with `line`, `field` \
            and `reason` of everything that is wrong.

            Devices have an own protocol over MQTT: see [/asyncapi.yaml](/asyncapi.yaml).""";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, ListRequest.class);
    }

    /** Names schemas so that records of one name within different ones stay apart: {@code PersonView.Wanted} is PersonWanted. */
    @Bean
    ModelResolver schemas(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new TypeNameResolver() {
            @Override
            protected String getNameOfClass(Class<?> type) {
                Class<?> within = type.getEnclosingClass();
                return within == null
                        ? type.getSimpleName()
                        : getNameOfClass(within).replaceFirst("(View|Controller)$", "") + type.getSimpleName();
            }
        });
    }

    @Bean
    OpenAPI lintelApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Lintel")
                        .version("v1")
                        .description(ABOUT)
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API token of an account.")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
