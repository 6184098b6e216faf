using System.Linq.Expressions;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Drivers.Ansi;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests;

public sealed class UnionTests
{
    /// <summary>Each closed union has one Match with an arm for each case: a forgotten one would only be found when it happens.</summary>
    [Theory]
    [InlineData(typeof(UserInput))]
    [InlineData(typeof(Signal))]
    [InlineData(typeof(TerminalNews))]
    [InlineData(typeof(ScreenOpening))]
    public void Every_case_of_a_union_has_its_arm(Type union)
    {
        var match = Assert.Single(union.GetMethods(), method => method.Name == "Match").MakeGenericMethod(typeof(string));
        var cases = union.GetNestedTypes().Where(nested => nested.IsSubclassOf(union)).ToList();
        Assert.Equal(cases, match.GetParameters().Select(arm => arm.ParameterType.GetGenericArguments()[0]));
        var arms = cases.Select(NameOf).ToArray<object>();

        Assert.All(cases, one => Assert.Equal(one.Name, match.Invoke(System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(one), arms)));
    }

    private static Delegate NameOf(Type one) => Expression.Lambda(Expression.Constant(one.Name), Expression.Parameter(one)).Compile();
}
