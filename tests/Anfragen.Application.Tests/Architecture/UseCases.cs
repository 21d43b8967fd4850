using System.Reflection;
using Anfragen.Infrastructure;
using MediatR;

namespace Anfragen.Application.Tests.Architecture;

/// <summary>Everything that can be asked of the application, found by its types.</summary>
internal static class UseCases
{
    public static Assembly Application { get; } = typeof(IUseCase).Assembly;

    public static Assembly Infrastructure { get; } = typeof(AnfragenServices).Assembly;

    /// <summary>Every request of the mediator, whether it is a use case or not.</summary>
    public static IReadOnlyList<Type> Requests { get; } =
        [.. Concrete(Application, Infrastructure).Where(type => type.IsAssignableTo(typeof(IBaseRequest))).OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>Every class that answers a request, with the request.</summary>
    public static IReadOnlyList<(Type Handler, Type Request)> Handlers { get; } =
    [
        .. from type in Concrete(Application, Infrastructure)
           from contract in type.GetInterfaces()
           where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
           select (type, contract.GetGenericArguments()[0]),
    ];

    public static Permission PermissionOf(Type useCase) =>
        (Permission)useCase.GetProperty(nameof(IUseCase.Permission), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    private static IEnumerable<Type> Concrete(params Assembly[] assemblies) =>
        assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type is { IsAbstract: false, IsInterface: false, IsGenericTypeDefinition: false });
}
