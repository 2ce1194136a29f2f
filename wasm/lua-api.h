/* How the Lua engine reaches the server. It is a module, which looks up every function that a module may call, by name,
 * when it is loaded. Here it is the only module there can be, and linked in: it calls the few that it needs themselves,
 * and the rest of the module API is no part of the build. wasm/build.mk puts this before the Lua engine's files.
 *
 * A function that a later version calls and this file does not name is an undefined symbol of the linker's:
 * ValkeyModule_ and its name. */
#ifndef WASM_LUA_API_H
#define WASM_LUA_API_H

#define ValkeyModule_Init lookedUpByName
#include "valkeymodule.h"
#undef ValkeyModule_Init

/* Types are the header's, so a function that is declared there in another form is an error here. */
#define CALLED(name) __typeof__(*ValkeyModule_##name) VM_##name;
CALLED(ACLCheckPermissions)
CALLED(Alloc)
CALLED(Call)
CALLED(CallReplyArrayElement)
CALLED(CallReplyLength)
CALLED(CallReplyStringPtr)
CALLED(CallReplyType)
CALLED(Calloc)
CALLED(CreateString)
CALLED(CreateStringPrintf)
CALLED(Free)
CALLED(FreeCallReply)
CALLED(FreeModuleUser)
CALLED(FreeServerInfo)
CALLED(FreeString)
CALLED(GetCurrentUserName)
CALLED(GetFunctionExecutionState)
CALLED(GetModuleUserFromUserName)
CALLED(GetSelectedDb)
CALLED(GetServerInfo)
CALLED(LoadConfigs)
CALLED(Log)
CALLED(MallocSize)
CALLED(RegisterScriptingEngine)
CALLED(ReplySetArrayLength)
CALLED(ReplySetMapLength)
CALLED(ReplySetSetLength)
CALLED(ReplyWithArray)
CALLED(ReplyWithBigNumber)
CALLED(ReplyWithBool)
CALLED(ReplyWithCustomErrorFormat)
CALLED(ReplyWithDouble)
CALLED(ReplyWithError)
CALLED(ReplyWithErrorFormat)
CALLED(ReplyWithLongLong)
CALLED(ReplyWithMap)
CALLED(ReplyWithNull)
CALLED(ReplyWithSet)
CALLED(ReplyWithSimpleString)
CALLED(ReplyWithStringBuffer)
CALLED(ReplyWithVerbatimStringType)
CALLED(ScriptingEngineDebuggerFlushLogs)
CALLED(ScriptingEngineDebuggerLog)
CALLED(ScriptingEngineDebuggerLogRespReplyStr)
CALLED(ScriptingEngineDebuggerProcessCommands)
CALLED(ServerInfoGetFieldC)
CALLED(SetModuleOptions)
CALLED(StringAppendBuffer)
CALLED(StringPtrLen)
CALLED(StringToLongLong)
CALLED(UnregisterScriptingEngine)
CALLED(_Assert)
CALLED(SetModuleAttribs)
#undef CALLED

#define ValkeyModule_ACLCheckPermissions VM_ACLCheckPermissions
#define ValkeyModule_Alloc VM_Alloc
#define ValkeyModule_Call VM_Call
#define ValkeyModule_CallReplyArrayElement VM_CallReplyArrayElement
#define ValkeyModule_CallReplyLength VM_CallReplyLength
#define ValkeyModule_CallReplyStringPtr VM_CallReplyStringPtr
#define ValkeyModule_CallReplyType VM_CallReplyType
#define ValkeyModule_Calloc VM_Calloc
#define ValkeyModule_CreateString VM_CreateString
#define ValkeyModule_CreateStringPrintf VM_CreateStringPrintf
#define ValkeyModule_Free VM_Free
#define ValkeyModule_FreeCallReply VM_FreeCallReply
#define ValkeyModule_FreeModuleUser VM_FreeModuleUser
#define ValkeyModule_FreeServerInfo VM_FreeServerInfo
#define ValkeyModule_FreeString VM_FreeString
#define ValkeyModule_GetCurrentUserName VM_GetCurrentUserName
#define ValkeyModule_GetFunctionExecutionState VM_GetFunctionExecutionState
#define ValkeyModule_GetModuleUserFromUserName VM_GetModuleUserFromUserName
#define ValkeyModule_GetSelectedDb VM_GetSelectedDb
#define ValkeyModule_GetServerInfo VM_GetServerInfo
#define ValkeyModule_LoadConfigs VM_LoadConfigs
#define ValkeyModule_Log VM_Log
#define ValkeyModule_MallocSize VM_MallocSize
#define ValkeyModule_RegisterScriptingEngine VM_RegisterScriptingEngine
#define ValkeyModule_ReplySetArrayLength VM_ReplySetArrayLength
#define ValkeyModule_ReplySetMapLength VM_ReplySetMapLength
#define ValkeyModule_ReplySetSetLength VM_ReplySetSetLength
#define ValkeyModule_ReplyWithArray VM_ReplyWithArray
#define ValkeyModule_ReplyWithBigNumber VM_ReplyWithBigNumber
#define ValkeyModule_ReplyWithBool VM_ReplyWithBool
#define ValkeyModule_ReplyWithCustomErrorFormat VM_ReplyWithCustomErrorFormat
#define ValkeyModule_ReplyWithDouble VM_ReplyWithDouble
#define ValkeyModule_ReplyWithError VM_ReplyWithError
#define ValkeyModule_ReplyWithErrorFormat VM_ReplyWithErrorFormat
#define ValkeyModule_ReplyWithLongLong VM_ReplyWithLongLong
#define ValkeyModule_ReplyWithMap VM_ReplyWithMap
#define ValkeyModule_ReplyWithNull VM_ReplyWithNull
#define ValkeyModule_ReplyWithSet VM_ReplyWithSet
#define ValkeyModule_ReplyWithSimpleString VM_ReplyWithSimpleString
#define ValkeyModule_ReplyWithStringBuffer VM_ReplyWithStringBuffer
#define ValkeyModule_ReplyWithVerbatimStringType VM_ReplyWithVerbatimStringType
#define ValkeyModule_ScriptingEngineDebuggerFlushLogs VM_ScriptingEngineDebuggerFlushLogs
#define ValkeyModule_ScriptingEngineDebuggerLog VM_ScriptingEngineDebuggerLog
#define ValkeyModule_ScriptingEngineDebuggerLogRespReplyStr VM_ScriptingEngineDebuggerLogRespReplyStr
#define ValkeyModule_ScriptingEngineDebuggerProcessCommands VM_ScriptingEngineDebuggerProcessCommands
#define ValkeyModule_ServerInfoGetFieldC VM_ServerInfoGetFieldC
#define ValkeyModule_SetModuleOptions VM_SetModuleOptions
#define ValkeyModule_StringAppendBuffer VM_StringAppendBuffer
#define ValkeyModule_StringPtrLen VM_StringPtrLen
#define ValkeyModule_StringToLongLong VM_StringToLongLong
#define ValkeyModule_UnregisterScriptingEngine VM_UnregisterScriptingEngine
#define ValkeyModule__Assert VM__Assert

#define ValkeyModule_Init(ctx, name, version, api) (VM_SetModuleAttribs(ctx, name, version, api), VALKEYMODULE_OK)

#endif
