using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Operations;

namespace Wenbao.Architecture.Tests;

public sealed class TypeTests
{
    public static TheoryData<string> Faces() => [.. House.Assemblies.Select(a => a.GetName().Name!)];

    /// <summary>The types that other projects may use stand in a reviewed list; a new one shows in the difference.</summary>
    [Theory]
    [MemberData(nameof(Faces))]
    public void PublicFace_IsTheReviewedOne(string assembly)
    {
        var types = House.WrittenTypes(House.Assemblies.Single(a => a.GetName().Name == assembly)).Where(t => t.IsVisible && t.Name != "_Imports").Select(Describe).Order(StringComparer.Ordinal);
        Snapshot.Match(string.Join('\n', types), assembly);
    }

    [Fact]
    public void Classes_AreSealed()
    {
        var types = House.Assemblies.SelectMany(House.WrittenTypes).ToList();
        var bases = types.Select(t => t.BaseType).Where(t => t is not null).Select(t => t!.IsGenericType ? t.GetGenericTypeDefinition() : t).ToHashSet();
        Assert.Empty(types
            .Where(t => t is { IsClass: true, IsAbstract: false, IsSealed: false } && !bases.Contains(t))
            .Select(t => t.FullName));
    }

    [Fact]
    public void EveryOperationAndQuery_SaysWhoIsAllowed()
    {
        var asked = House.Assemblies.SelectMany(a => a.GetTypes()).Where(t => t is { IsAbstract: false, IsInterface: false } && t.GetInterfaces().Any(IsRequest)).ToList();
        Assert.NotEmpty(asked);
        Assert.Empty(asked.Where(t => t.GetCustomAttribute<AllowedToAttribute>() is null).Select(t => t.FullName));
        Assert.Empty(asked.Where(t => t.IsVisible != true).Select(t => t.FullName));
    }

    [Fact]
    public void EveryOperationAndQuery_HasOneHandler()
    {
        var types = House.Assemblies.SelectMany(a => a.GetTypes()).ToList();
        var handled = types.SelectMany(t => t.GetInterfaces()).Where(i => i.IsGenericType && i.GetGenericTypeDefinition() is var d && (d == typeof(IOperationHandler<,>) || d == typeof(IQueryHandler<,>)))
            .Select(i => i.GetGenericArguments()[0]).Where(t => !t.IsGenericParameter);
        var asked = types.Where(t => t is { IsAbstract: false, IsInterface: false } && t.GetInterfaces().Any(IsRequest));
        Assert.Equal(asked.Select(t => t.FullName).Order(StringComparer.Ordinal), handled.Select(t => t.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pages_HoldNoDatabase()
    {
        var pages = House.Assemblies.SelectMany(a => a.GetTypes()).Where(t => typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(t));
        Assert.Empty(pages
            .SelectMany(t => t.GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(m => Held(m) is { } held && (typeof(DbContext).IsAssignableFrom(held) || held == typeof(Platform.Data.Database)))
            .Select(m => $"{m.DeclaringType}.{m.Name}"));
    }

    private static Type? Held(MemberInfo member) => member switch { FieldInfo field => field.FieldType, PropertyInfo property => property.PropertyType, _ => null };

    private static bool IsRequest(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IOperation<>) || type.GetGenericTypeDefinition() == typeof(IQuery<>));

    private static string Describe(Type type) =>
        $"{(type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : typeof(Delegate).IsAssignableFrom(type) ? "delegate" : type.IsAbstract && type.IsSealed ? "static class" : type.IsAbstract ? "abstract class" : "class")} {type.FullName}";
}
