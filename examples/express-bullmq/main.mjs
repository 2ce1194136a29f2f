import { createApp } from './app.mjs'

const { app } = createApp({ send: ({ to, text }) => console.log(`to ${to}: ${text}`) })
app.listen(process.env.PORT ?? 3000, () => console.log('listening'))
