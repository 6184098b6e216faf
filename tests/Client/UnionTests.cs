using System.Linq.Expressions;
using System.Reflection;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

public class UnionTests
{
    /// <summary>Each closed union has one Match with an arm for each case: a forgotten one would only be found when it happens.</summary>
    [Theory]
    [InlineData(typeof(ChatEvent))]
    [InlineData(typeof(ClientMessage))]
    [InlineData(typeof(ClientEffect))]
    [InlineData(typeof(Ending))]
    [InlineData(typeof(DialResult))]
    [InlineData(typeof(ChatWish))]
    [InlineData(typeof(EntryWhat))]
    [InlineData(typeof(LinkState))]
    [InlineData(typeof(LinkFault))]
    [InlineData(typeof(LinkMessage))]
    [InlineData(typeof(LinkEffect))]
    public void Every_case_of_a_union_has_its_arm(Type union)
    {
        var match = Assert.Single(union.GetMethods(), method => method.Name == "Match").MakeGenericMethod(typeof(string));
        var cases = union.GetNestedTypes().Where(nested => nested.IsSubclassOf(union)).ToList();
        Assert.Equal(cases, match.GetParameters().Select(arm => arm.ParameterType.GetGenericArguments()[0]));
        var arms = cases.Select(NameOf).ToArray();

        Assert.All(cases, one =>
        {
            Assert.True(one.IsSealed);
            var instance = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(one);
            Assert.Equal(one.Name, match.Invoke(instance, arms));
        });
        var made = union.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic);
        Assert.DoesNotContain(made, constructor => constructor.IsFamily && constructor.GetParameters().Length == 0);
    }

    private static Delegate NameOf(Type one) =>
        Expression.Lambda(Expression.Constant(one.Name), Expression.Parameter(one)).Compile();
}
