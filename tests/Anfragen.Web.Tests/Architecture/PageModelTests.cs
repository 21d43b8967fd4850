using Anfragen.Web.Layout;
using Anfragen.Web.Pages.Accounts;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Tests.Architecture;

public sealed class PageModelTests
{
    // Signing in and out is how one becomes the current user of a use case, so it is none itself.
    private static readonly Type[] WithoutUseCase = [typeof(SignInModel), typeof(SignOutModel)];

    public static TheoryData<Type> Models => [.. All.Except(WithoutUseCase)];

    private static IEnumerable<Type> All =>
        typeof(SiteOptions).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(PageModel)) && !type.IsAbstract);

    [Theory, MemberData(nameof(Models))]
    public void A_page_reaches_the_application_through_the_mediator_alone(Type model) =>
        Assert.All(
            model.GetConstructors().SelectMany(constructor => constructor.GetParameters()),
            parameter => Assert.Equal(typeof(IMediator), parameter.ParameterType));

    [Fact]
    public void The_exceptions_exist() => Assert.All(WithoutUseCase, model => Assert.Contains(model, All));
}
