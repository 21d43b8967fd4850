using MediatR;

namespace Anfragen.Application.Tests.Architecture;

public sealed class UseCaseTests
{
    public static TheoryData<Type> Requests => [.. UseCases.Requests];

    [Fact]
    public void There_are_use_cases_to_look_at() => Assert.True(UseCases.Requests.Count > 30, $"Only {UseCases.Requests.Count} requests were found.");

    // The container leaves a behaviour out for a request that does not meet its constraints: a bare request would run without permission.
    [Theory, MemberData(nameof(Requests))]
    public void Every_request_is_a_command_or_a_query_and_so_names_its_permission(Type request)
    {
        var isCommand = request.IsAssignableTo(typeof(ICommand));
        var isQuery = request.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IQuery<>));

        Assert.True(isCommand != isQuery, $"{request.Name} is to be either a command or a query.");
        Assert.True(Enum.IsDefined(UseCases.PermissionOf(request)));
    }

    [Theory, MemberData(nameof(Requests))]
    public void It_has_one_handler_named_after_it_in_the_right_place(Type request)
    {
        var handler = Assert.Single(UseCases.Handlers, handler => handler.Request == request).Handler;

        Assert.Equal($"{request.Name}Handler", handler.Name);
        Assert.Equal(request.IsAssignableTo(typeof(ICommand)) ? UseCases.Application : UseCases.Infrastructure, handler.Assembly);
        Assert.False(handler.IsPublic, "Handlers are reached through the mediator only.");
    }

    [Fact]
    public void No_handler_sends_requests_itself()
    {
        var senders = UseCases.Handlers.Select(handler => handler.Handler).Where(handler => handler.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.ParameterType == typeof(IMediator)));

        Assert.Empty(senders);
    }

    [Fact]
    public void A_command_that_makes_something_once_per_form_is_a_command() =>
        Assert.All(
            UseCases.Requests.Where(request => request.IsAssignableTo(typeof(IIdempotentCommand))),
            request => Assert.True(request.IsAssignableTo(typeof(ICommand))));
}
